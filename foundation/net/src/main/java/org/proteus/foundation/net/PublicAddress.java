package org.proteus.foundation.net;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Tells addresses of the public internet from those of this machine and of networks of one's own.
 */
public final class PublicAddress {

    /** Blocks of IPv4 that are not public (RFC 6890), as first address and length. */
    private static final int[][] RESERVED = {
        {ip(0, 0, 0), 8},
        {ip(10, 0, 0), 8},
        {ip(100, 64, 0), 10},
        {ip(127, 0, 0), 8},
        {ip(169, 254, 0), 16},
        {ip(172, 16, 0), 12},
        {ip(192, 0, 0), 24},
        {ip(192, 0, 2), 24},
        {ip(192, 88, 99), 24},
        {ip(192, 168, 0), 16},
        {ip(198, 18, 0), 15},
        {ip(198, 51, 100), 24},
        {ip(203, 0, 113), 24},
        {ip(224, 0, 0), 3},
    };

    private PublicAddress() {}

    private static int ip(int first, int second, int third) {
        return (first << 24) | (second << 16) | (third << 8);
    }

    /** Whether an address is one that anybody on the internet may have. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int address = ip(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff) | (bytes[3] & 0xff);
        for (int[] block : RESERVED) {
            int rest = 32 - block[1];
            if (address >>> rest == block[0] >>> rest) {
                return false;
            }
        }
        return true;
    }

    /**
     * 2000::/3 without what leads to IPv4 (2001:0::/32, 2002::/16) or into books (2001:db8::/32).
     */
    private static boolean isPublic6(byte[] bytes) {
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        boolean global = first >>> 13 == 1;
        boolean book = first == 0x2001 && second == 0xdb8;
        boolean tunnel = (first == 0x2001 && second == 0) || first == 0x2002;
        return global && !book && !tunnel;
    }
}
