package org.proteus.foundation.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.proteus.foundation.model.ContentType;

/** Tika's table of media types, loaded when it is first asked. */
final class MediaTypes {

    private MediaTypes() {}

    /** Loaded once; takes a tenth of a second. */
    private static final class Lazily {
        private static final MimeTypes TABLE = MimeTypes.getDefaultMimeTypes();
    }

    static MimeTypes table() {
        return Lazily.TABLE;
    }

    static MediaTypeRegistry registry() {
        return Lazily.TABLE.getMediaTypeRegistry();
    }

    /** Returns what a file name alone says. */
    static ContentType byName(String name) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            return fromTika(table().detect(null, metadata));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no stream that could fail", e);
        }
    }

    static MediaType toTika(ContentType type) {
        return new MediaType(type.type(), type.subtype());
    }

    /** Returns the type without parameters. */
    static ContentType fromTika(MediaType type) {
        return ContentType.of(type.getType(), type.getSubtype());
    }
}
