package org.proteus.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.NamePattern;
import org.proteus.foundation.model.job.Pairing;
import picocli.CommandLine.Option;

/** Which objects belong together. */
final class PairingOptions {

    @Option(
            names = "--pair",
            split = ",",
            paramLabel = "PATTERN",
            description = {
                "Names that belong together, main object first: '{name}.mp4,{name}.wav'.",
                "{word} or * stands for what the names have in common."
            })
    private List<String> patterns = List.of();

    @Option(
            names = "--pair-manifest",
            paramLabel = "FILE",
            description = {
                "A list in the source that says what belongs together:",
                "text, CSV, TSV or JSON Lines, a group a line."
            })
    private String manifest;

    @Option(
            names = "--pair-order",
            paramLabel = "N",
            description = "Every N objects of a folder belong together, in the order of names.")
    private Integer order;

    Optional<Pairing> pairing() {
        try {
            List<Pairing> given =
                    Stream.of(byPattern(), byManifest(), byOrder())
                            .flatMap(Optional::stream)
                            .toList();
            if (given.size() > 1) {
                throw new IllegalArgumentException(
                        "--pair, --pair-manifest and --pair-order exclude each other");
            }
            return given.stream().findFirst();
        } catch (IllegalArgumentException wrong) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            wrong.getMessage(),
                            "see proteus transform --help"),
                    wrong);
        }
    }

    private Optional<Pairing> byPattern() {
        return patterns.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Pairing.ByPattern(patterns.stream().map(NamePattern::parse).toList()));
    }

    private Optional<Pairing> byManifest() {
        return Optional.ofNullable(manifest).map(Pairing.ByManifest::new);
    }

    private Optional<Pairing> byOrder() {
        return Optional.ofNullable(order).map(Pairing.ByOrder::new);
    }
}
