package org.proteus.foundation.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Content small enough to be held in memory, compared by value; base64 in JSON. The array is not
 * copied: whoever hands it over stops using it.
 */
public final class Bytes {

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Wraps an array, which must not be changed afterwards. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Bytes of(byte[] content) {
        return new Bytes(content);
    }

    /** Returns the array itself, which must not be changed. */
    @JsonValue
    public byte[] array() {
        return content;
    }

    /** Returns the number of bytes. */
    public int size() {
        return content.length;
    }

    /** Returns a stream over the content. */
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Tells the size only. */
    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
