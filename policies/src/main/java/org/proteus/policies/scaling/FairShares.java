package org.proteus.policies.scaling;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Divides a pool among jobs that together want more than it has. */
public final class FairShares {

    private FairShares() {}

    /**
     * Returns what each gets: all that it wants if it fits; else the small wishes in full and the
     * others alike (max-min fairness). What cannot be divided goes to the first.
     *
     * @param wanted wanted workers of each job; at least 0
     * @param capacity workers that the pool can have; at least 0
     */
    public static int[] divide(int[] wanted, int capacity) {
        int[] shares = new int[wanted.length];
        int[] order =
                IntStream.range(0, wanted.length)
                        .boxed()
                        .sorted((a, b) -> Integer.compare(wanted[a], wanted[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int left = capacity;
        for (int i = 0; i < order.length; i++) {
            int others = order.length - i;
            int share = Math.min(wanted[order[i]], left / others);
            shares[order[i]] = share;
            left -= share;
        }
        spread(wanted, shares, left);
        return shares;
    }

    private static void spread(int[] wanted, int[] shares, int rest) {
        int left = Math.min(rest, Arrays.stream(wanted).sum() - Arrays.stream(shares).sum());
        for (int i = 0; left > 0; i = (i + 1) % wanted.length) {
            if (shares[i] < wanted[i]) {
                shares[i]++;
                left--;
            }
        }
    }
}
