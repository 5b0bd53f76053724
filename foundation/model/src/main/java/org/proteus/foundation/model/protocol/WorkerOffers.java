package org.proteus.foundation.model.protocol;

import java.util.List;

/**
 * What a registered worker can run now.
 *
 * @param worker its id
 * @param offers everything it can run, in place of what it offered before
 */
public record WorkerOffers(String worker, List<ProgramOffer> offers) {

    public WorkerOffers {
        offers = List.copyOf(offers);
    }
}
