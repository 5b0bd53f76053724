package org.proteus.programs.step;

import java.util.Locale;
import java.util.Optional;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** What a worker does with programs that users have published. */
public enum UntrustedPrograms {
    /** Runs those that name a class of this software, which takes checked options only. */
    SHIPPED,
    /** Runs those that name any class on this worker, also of jars that were put beside. */
    RUN,
    /** Runs none. */
    REFUSE;

    /**
     * Understands the value of the setting {@code untrusted}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static UntrustedPrograms parse(String text) {
        for (UntrustedPrograms known : values()) {
            if (known.text().equals(text)) {
                return known;
            }
        }
        throw new IllegalArgumentException("neither shipped, run nor refuse");
    }

    /** Returns the value of the setting. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns why a program that runs as this class is refused; empty when it may run. */
    Optional<String> refusal(String entryClass, InstalledPrograms programs) {
        return switch (this) {
            case RUN -> Optional.empty();
            case REFUSE -> Optional.of("this worker runs no published programs");
            case SHIPPED ->
                    programs.isShipped(entryClass)
                            ? Optional.empty()
                            : Optional.of(
                                    "this worker runs published programs only by classes that came"
                                            + " with it, not "
                                            + entryClass);
        };
    }

    /**
     * Refuses a step of a published program that may not run here.
     *
     * @throws ProteusException with {@code NO_WORKER}
     */
    void require(String entryClass, InstalledPrograms programs) {
        Optional<String> refusal = refusal(entryClass, programs);
        if (refusal.isPresent()) {
            throw new ProteusException(
                    ErrorCode.NO_WORKER,
                    refusal.get(),
                    "its operator can allow it by the setting untrusted");
        }
    }
}
