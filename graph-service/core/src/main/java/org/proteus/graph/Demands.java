package org.proteus.graph;

import java.util.Map;
import org.proteus.foundation.model.ContentType;

/**
 * Everything that a way must have done at its end beside reaching the media type, as bits: what is
 * asked for, what is pinned, and that the object's partners are used.
 *
 * @param wishes what is asked for
 * @param rules what is prescribed of the way
 * @param partners whether the object has partners
 */
record Demands(Wishes wishes, Rules rules, boolean partners) {

    private static final int PINS = Wishes.MOST;
    private static final int PARTNERS = 1 << 30;
    private static final int WISHES = (1 << PINS) - 1;

    /** Returns the bits of all demands. */
    int everything() {
        return wishes.everything() | rules.everything() << PINS | (partners ? PARTNERS : 0);
    }

    /**
     * Returns what an object fulfils as it is.
     *
     * @param same whether its media type is the one asked for
     */
    int atStart(ContentType type, Map<String, String> known, boolean same) {
        int wished = wishes.fulfilledBy(known) & (same ? -1 : wishes.ofTarget());
        return wished | rules.fulfilledBy(type) << PINS;
    }

    /** Returns what is fulfilled behind one link of an arc. */
    int after(Link link, ContentType source, int before) {
        return wishes.after(link, source, before & WISHES) | (before & ~WISHES);
    }

    /** Returns what is fulfilled behind a whole arc, beside what its links fulfil. */
    int after(Arc arc, int arcsBefore, int before) {
        int used = arc.capability().partners().isEmpty() ? 0 : PARTNERS;
        return before | rules.fulfilledBy(arc, arcsBefore) << PINS | used;
    }

    boolean arePartnersUsed(int fulfilled) {
        return (fulfilled & PARTNERS) != 0;
    }
}
