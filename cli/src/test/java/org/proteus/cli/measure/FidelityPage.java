package org.proteus.cli.measure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The outcomes as a page. */
final class FidelityPage {

    private FidelityPage() {}

    static String text(List<Outcome> outcomes, String origin) {
        long near = outcomes.stream().filter(Outcome::isNear).count();
        String rows =
                outcomes.stream()
                        .sorted(Comparator.comparing((Outcome one) -> one.pair().name()))
                        .map(Outcome::row)
                        .collect(Collectors.joining("\n"));
        return """
        # Do plans keep what can be kept?

        %s.

        For pairs of types with at least two plans, the chosen plan, its three cheapest alternatives
        and every way of one unit ran on real and made objects, and what came out was compared with
        what went in: pictures by SSIM, films also by their frames and sound, sound by wave and
        spectrum, documents by words, pages, title and author. 1 keeps everything; what the target
        type cannot hold is not asked for. Plans are chosen as a fresh installation does, by what
        documents declare. A plan that fails on an object keeps nothing of it.

        In **%d of %d** pairs the chosen plan keeps at least 98 %% of what the best one keeps.

        | pair | chosen plan | plans | chosen keeps | best keeps | best plan | within 2 %% |
        |---|---|---|---|---|---|---|
        %s
        """
                .formatted(origin, near, outcomes.size(), rows);
    }
}
