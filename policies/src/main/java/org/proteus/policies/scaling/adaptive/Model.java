package org.proteus.policies.scaling.adaptive;

import java.util.List;
import java.util.Locale;
import org.proteus.policies.scaling.ScalingSettings;

/**
 * What the levels say about numbers of workers that nobody tried.
 *
 * @param curve the rate by number of workers, in work units per second
 * @param words what limits the rate, for people
 * @param reach up to how many times the highest number seen it may be trusted
 * @param error relative standard error of what it rests on
 * @param tried whether what it says of a knee was tried, not only supposed
 */
record Model(Curve curve, String words, int reach, double error, boolean tried) {

    /** A first step while nothing is seen to limit the rate, */
    private static final int FIRST_REACH = 4;

    /** and further ones, */
    private static final int REACH = 2;

    /** and the way to a knee that is seen from afar. */
    private static final int KNEE_REACH = 8;

    /** A measured rate so far from the model stands against it: standard errors, */
    private static final double FAR = 3;

    /** and share of the rate. */
    private static final double MUCH = 0.1;

    private static final String FREE = "nothing is seen to limit it";

    static Model of(Levels levels, ScalingSettings settings) {
        List<Point> points = levels.points();
        Model model = levels.knowStages() ? byPlaces(levels, points, settings) : byRates(points);
        return model.with(corrected(model.curve(), points));
    }

    private Model with(Curve other) {
        return new Model(other, words, reach, error, tried);
    }

    /** By where the time of the workers goes, which tells more than the rates do. */
    private static Model byPlaces(Levels levels, List<Point> points, ScalingSettings settings) {
        UniversalLaw law = UniversalLaw.fit(levels.executing());
        Places places = levels.places(law);
        SharedSource source = new SharedSource(law::time, places, settings.max());
        Curve curve = scaled(source, points);
        if (Fit.misses(curve, points) > FAR * FAR * points.size()) {
            Model rates = byRates(points);
            if (Fit.misses(rates.curve(), points) < Fit.misses(curve, points)) {
                return rates;
            }
        }
        double error = levels.executingError();
        if (source.knee() <= settings.max()) {
            String words = "source and sink give no more from %.1f workers on";
            return new Model(curve, text(words, source.knee()), KNEE_REACH, error, places.tried());
        }
        return byHost(curve, law, points, error);
    }

    private static Model byRates(List<Point> points) {
        UniversalLaw law = UniversalLaw.fit(points.stream().map(Point::inverse).toList());
        return byHost(law, law, points, 0);
    }

    /** Workers slow each other down more and more, or only so many find room: as fits better. */
    private static Model byHost(Curve curve, UniversalLaw law, List<Point> points, double error) {
        Hinge hinge = Hinge.fit(points);
        double hinged = Fit.misses(hinge, points) + Fit.PENALTY * hinge.parameters();
        double lawful = Fit.misses(curve, points) + Fit.PENALTY * law.parameters();
        return hinge.parameters() > 1 && hinged <= lawful
                ? new Model(hinge, text("the rate bends at %.1f", hinge.knee()), REACH, error, true)
                : new Model(curve, contention(law), reach(law.parameters(), points), error, true);
    }

    private static int reach(int parameters, List<Point> points) {
        return parameters == 1 && points.size() == 1 ? FIRST_REACH : REACH;
    }

    /** Whether a source limits the rate: such a curve has no cliff between neighbours. */
    boolean isLimitedBySource() {
        return reach == KNEE_REACH;
    }

    private static String contention(UniversalLaw law) {
        return law.parameters() == 1 ? FREE : "workers slow each other down";
    }

    private static String text(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    /** The curve in the unit of the points. */
    private static Curve scaled(Curve curve, List<Point> points) {
        double above = 0;
        double below = 0;
        for (Point point : points) {
            double modelled = curve.at(point.workers());
            above += point.weight() * modelled * point.value();
            below += point.weight() * modelled * modelled;
        }
        double factor = above / below;
        return workers -> factor * curve.at(workers);
    }

    /** What was measured counts more than what a model says that misses it. */
    private static Curve corrected(Curve curve, List<Point> points) {
        return workers -> {
            double modelled = curve.at(workers);
            return points.stream()
                    .filter(point -> point.workers() == workers)
                    .filter(point -> isFar(point, modelled))
                    .findAny()
                    .map(Point::value)
                    .orElse(modelled);
        };
    }

    private static boolean isFar(Point point, double modelled) {
        double distance = Math.abs(point.value() - modelled);
        return distance > Math.max(FAR * point.error(), MUCH * modelled);
    }
}
