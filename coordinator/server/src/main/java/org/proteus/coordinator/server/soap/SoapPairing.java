package org.proteus.coordinator.server.soap;

import java.util.Optional;
import org.proteus.coordinator.server.soap.contract.Pairing;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.NamePattern;

/** What belongs together, out of the words of the contract. */
final class SoapPairing {

    private SoapPairing() {}

    /**
     * Returns the pairing; empty if there is none.
     *
     * @throws ProteusException {@code BAD_REQUEST} if a pattern or name is wrong
     */
    static Optional<org.proteus.foundation.model.job.Pairing> of(Pairing given) {
        try {
            return Optional.ofNullable(given).map(SoapPairing::read);
        } catch (IllegalArgumentException wrong) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            wrong.getMessage(),
                            "Correct the pairing and send the request again"),
                    wrong);
        }
    }

    private static org.proteus.foundation.model.job.Pairing read(Pairing given) {
        if (given.getManifest() != null) {
            return new org.proteus.foundation.model.job.Pairing.ByManifest(given.getManifest());
        }
        if (given.getOrder() != null) {
            return new org.proteus.foundation.model.job.Pairing.ByOrder(given.getOrder());
        }
        return new org.proteus.foundation.model.job.Pairing.ByPattern(
                given.getPattern().stream().map(NamePattern::parse).toList());
    }
}
