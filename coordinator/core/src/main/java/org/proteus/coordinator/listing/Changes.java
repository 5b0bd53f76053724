package org.proteus.coordinator.listing;

import java.util.List;
import org.proteus.coordinator.store.PartnerEntry;

/** Tells whether objects are still the ones that were listed before. */
final class Changes {

    private Changes() {}

    static boolean isChanged(long size, String etag, long newSize, String newEtag) {
        boolean sizesKnown = newSize >= 0 && size >= 0;
        return (sizesKnown && size != newSize) || !etag.equals(newEtag);
    }

    static boolean areChanged(List<PartnerEntry> known, List<PartnerEntry> now) {
        boolean same = known.size() == now.size();
        for (int i = 0; same && i < known.size(); i++) {
            PartnerEntry before = known.get(i);
            PartnerEntry after = now.get(i);
            same =
                    before.entry().equals(after.entry())
                            && !isChanged(before.size(), before.etag(), after.size(), after.etag());
        }
        return !same;
    }
}
