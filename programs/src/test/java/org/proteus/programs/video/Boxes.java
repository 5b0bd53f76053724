package org.proteus.programs.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts the tracks of an MP4 or Matroska file by its bytes alone, without the tool's help. */
final class Boxes {

    /** How many tracks of each kind there are. */
    record Tracks(int pictures, int sounds, int subtitles) {}

    private int pictures;
    private int sounds;
    private int subtitles;

    private Boxes() {}

    static Tracks tracks(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        Boxes boxes = new Boxes();
        if (bytes.getInt(0) == 0x1A45DFA3) {
            boxes.matroska(bytes);
        } else {
            boxes.mp4(bytes);
        }
        return new Tracks(boxes.pictures, boxes.sounds, boxes.subtitles);
    }

    /** Goes down moov/trak/mdia to the handlers. */
    private void mp4(ByteBuffer bytes) {
        while (bytes.remaining() >= 8) {
            int start = bytes.position();
            long size = Integer.toUnsignedLong(bytes.getInt());
            String type = text(bytes, bytes.position());
            if (type.equals("moov") || type.equals("trak") || type.equals("mdia")) {
                mp4(bytes.slice(start + 8, (int) size - 8));
            } else if (type.equals("hdlr")) {
                count(text(bytes, start + 16));
            }
            bytes.position((int) Math.min(start + Math.max(8, size), bytes.limit()));
        }
    }

    private static String text(ByteBuffer bytes, int at) {
        byte[] four = new byte[4];
        bytes.get(at, four);
        return new String(four, StandardCharsets.US_ASCII);
    }

    private void count(String handler) {
        switch (handler) {
            case "vide" -> pictures++;
            case "soun" -> sounds++;
            case "sbtl", "text", "subt" -> subtitles++;
            default -> throw new AssertionError("a track of " + handler);
        }
    }

    /** Goes down Segment/Tracks/TrackEntry to the track types. */
    private void matroska(ByteBuffer bytes) {
        while (bytes.remaining() >= 2) {
            int id = number(bytes, false);
            int size = number(bytes, true);
            int start = bytes.position();
            int end = size < 0 ? bytes.limit() : Math.min(start + size, bytes.limit());
            switch (id) {
                case 0x18538067, 0x1654AE6B, 0xAE -> matroska(bytes.slice(start, end - start));
                case 0x83 -> {
                    switch (bytes.get(start)) {
                        case 1 -> pictures++;
                        case 2 -> sounds++;
                        case 17 -> subtitles++;
                        default -> throw new AssertionError("a track of " + bytes.get(start));
                    }
                }
                default -> {}
            }
            bytes.position(end);
        }
    }

    /** Reads a number of EBML; -1 for a size that is not known. */
    private static int number(ByteBuffer bytes, boolean size) {
        int first = bytes.get() & 0xff;
        int length = Integer.numberOfLeadingZeros(first) - 23;
        long value = size ? first & ((0x100 >> length) - 1) : first;
        boolean unknown = size && value == (0x100 >> length) - 1;
        for (int i = 1; i < length; i++) {
            int next = bytes.get() & 0xff;
            unknown &= next == 0xff;
            value = value << 8 | next;
        }
        return unknown ? -1 : (int) value;
    }
}
