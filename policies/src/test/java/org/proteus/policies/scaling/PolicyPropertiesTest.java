package org.proteus.policies.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every policy that ships, whatever was measured. */
class PolicyPropertiesTest {

    private static final Duration WINDOW = Duration.ofSeconds(30);

    @Property(tries = 500)
    void everyVerdictStaysWithinTheLimitsAndSaysWhy(
            @ForAll("policies") ScalingPolicy policy,
            @ForAll("settings") ScalingSettings settings,
            @ForAll @Size(min = 1, max = 20) List<@From("windows") Window> windows) {
        assertThat(settings.clamp(policy.start(settings).workers()))
                .isEqualTo(policy.start(settings).workers());
        Verdict verdict = policy.decide(settings, windows);
        assertThat(settings.clamp(verdict.workers())).isEqualTo(verdict.workers());
        assertThat(verdict.reason()).isNotBlank().doesNotContain("NaN", "null", "Infinity");
        assertThat(policy.decide(settings, windows)).isEqualTo(verdict);
    }

    @Property(tries = 200)
    void everyPolicyRestsInASteadyWorld(
            @ForAll("policies") ScalingPolicy policy,
            @ForAll @IntRange(min = 1, max = 40) int knee,
            @ForAll @IntRange(min = 1, max = 64) int max) {
        ScalingSettings settings =
                new ScalingSettings(Math.min(3, max), 0.5, 1, max, 1, WINDOW, Duration.ZERO);
        List<Window> windows = new ArrayList<>();
        int wanted = policy.start(settings).workers();
        int before = wanted;
        for (int i = 0; i < 60; i++) {
            double rate = Math.min(wanted, knee);
            Rate measured = new Rate(rate, Optional.of(rate / 100), "objects");
            windows.add(
                    new Window(
                            wanted,
                            wanted,
                            measured,
                            WINDOW,
                            Optional.of(100L),
                            Surroundings.UNKNOWN));
            before = wanted;
            wanted = policy.decide(settings, windows).workers();
        }
        assertThat(wanted).isEqualTo(before);
    }

    @Provide
    Arbitrary<ScalingPolicy> policies() {
        ScalingPolicies shipped = ScalingPolicies.load();
        return Arbitraries.of(
                shipped.ids().stream().flatMap(id -> shipped.find(id).stream()).toList());
    }

    @Provide
    Arbitrary<ScalingSettings> settings() {
        Arbitrary<Integer> min = Arbitraries.integers().between(0, 10);
        Arbitrary<Integer> more = Arbitraries.integers().between(1, 90);
        Arbitrary<Double> ratio = Arbitraries.doubles().between(0.01, 1);
        Arbitrary<Integer> step = Arbitraries.integers().between(1, 5);
        return Combinators.combine(min, more, ratio, step)
                .as((least, extra, e, by) ->
                        new ScalingSettings(
                                least + 1, e, least, least + extra, by, WINDOW, Duration.ZERO));
    }

    @Provide
    Arbitrary<Window> windows() {
        Arbitrary<Integer> workers = Arbitraries.integers().between(0, 100);
        Arbitrary<Double> rate =
                Arbitraries.oneOf(Arbitraries.just(0.0), Arbitraries.doubles().between(0.01, 1e12));
        Arbitrary<Optional<Double>> error = Arbitraries.doubles().between(0, 2).optional();
        Arbitrary<Effort> effort =
                Combinators.combine(
                                Arbitraries.doubles().between(0, 5000),
                                Arbitraries.doubles().between(0, 1e12))
                        .as(Effort::new);
        Arbitrary<Optional<StageUse>> stages =
                Combinators.combine(effort, effort).as(StageUse::new).optional();
        Arbitrary<Optional<Integer>> count = Arbitraries.integers().between(0, 50).optional();
        return Combinators.combine(workers, rate, error, stages, count, count)
                .as((n, r, e, use, queued, idle) ->
                        new Window(
                                n,
                                n,
                                new Rate(r, e.map(share -> share * r), "bytes"),
                                WINDOW,
                                Optional.empty(),
                                new Surroundings(
                                        queued,
                                        idle,
                                        Optional.empty(),
                                        use,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())));
    }
}
