package org.proteus.coordinator.pairing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.proteus.data.SourceEntry;

/** A main object and what of its group has come. Not thread-safe. */
final class OpenGroup {

    private final SourceEntry main;
    private final List<String> names;
    private final SourceEntry[] partners;
    private int missing;

    /**
     * @param names the partners' names, in order
     */
    OpenGroup(SourceEntry main, List<String> names) {
        this.main = main;
        this.names = names;
        this.partners = new SourceEntry[names.size()];
        this.missing = names.size();
    }

    List<String> names() {
        return names;
    }

    void add(SourceEntry partner) {
        for (int i = 0; i < partners.length; i++) {
            if (lacks(i) && names.get(i).equals(partner.name())) {
                partners[i] = partner;
                missing--;
            }
        }
    }

    boolean lacks(int number) {
        return partners[number] == null;
    }

    boolean isComplete() {
        return missing == 0;
    }

    /** Returns what there is of it. */
    Found found() {
        return Found.group(main, Stream.of(partners).filter(Objects::nonNull).toList());
    }
}
