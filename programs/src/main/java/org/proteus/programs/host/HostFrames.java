package org.proteus.programs.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;

/**
 * Frames on the pipes between worker and host: a mark, the length, the content. The mark tells a
 * frame from what native code may have printed in between.
 */
final class HostFrames {

    private static final int MARK = 0x50_72_74_46;
    private static final int LONGEST = 1 << 24;

    /** Writes the content of a frame. */
    @FunctionalInterface
    interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private HostFrames() {}

    static void write(OutputStream out, Content content) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        content.writeTo(new DataOutputStream(frame));
        ByteArrayOutputStream whole = new ByteArrayOutputStream(frame.size() + 8);
        DataOutputStream data = new DataOutputStream(whole);
        data.writeInt(MARK);
        data.writeInt(frame.size());
        frame.writeTo(data);
        whole.writeTo(out);
        out.flush();
    }

    /**
     * Reads a frame.
     *
     * @throws java.io.EOFException if the stream ended
     */
    static DataInputStream read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        if (data.readInt() != MARK) {
            throw new StreamCorruptedException("not a frame");
        }
        int length = data.readInt();
        if (length < 0 || length > LONGEST) {
            throw new StreamCorruptedException("a frame of " + length + " bytes");
        }
        byte[] content = new byte[length];
        data.readFully(content);
        return new DataInputStream(new ByteArrayInputStream(content));
    }

    /** Writes text of any length. */
    static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads text written by {@link #writeText}. */
    static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new StreamCorruptedException("a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), java.nio.charset.StandardCharsets.UTF_8);
    }
}
