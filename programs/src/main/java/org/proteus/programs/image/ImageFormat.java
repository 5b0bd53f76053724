package org.proteus.programs.image;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * What ImageMagick calls a content type, and what the format can hold.
 *
 * @param prefix name of the coder; put before every file name, so that the content cannot choose it
 * @param frames what several images in one file mean, if the format can hold them
 * @param alpha whether pixels can be transparent
 */
record ImageFormat(String prefix, Optional<Frames> frames, boolean alpha) {

    /** What several images in one file are. */
    enum Frames {
        ANIMATION,
        PAGES
    }

    private static final Set<String> INKS = Set.of("tiff", "jpeg", "psd");

    private static final Map<String, ImageFormat> BY_TYPE =
            Map.ofEntries(
                    Map.entry("image/jpeg", opaque("jpeg")),
                    Map.entry("image/png", transparent("png")),
                    Map.entry("image/gif", framed("gif", Frames.ANIMATION)),
                    Map.entry("image/webp", framed("webp", Frames.ANIMATION)),
                    Map.entry("image/tiff", framed("tiff", Frames.PAGES)),
                    Map.entry("image/bmp", opaque("bmp")),
                    Map.entry("image/x-portable-anymap", opaque("pnm")),
                    Map.entry("image/x-portable-pixmap", opaque("ppm")),
                    Map.entry("image/x-portable-graymap", opaque("pgm")),
                    Map.entry("image/x-portable-bitmap", opaque("pbm")),
                    Map.entry("image/vnd.adobe.photoshop", transparent("psd")),
                    Map.entry("image/jp2", transparent("jp2")),
                    Map.entry("image/heic", transparent("heic")),
                    Map.entry("image/avif", transparent("avif")),
                    Map.entry("image/vnd.microsoft.icon", transparent("ico")),
                    Map.entry("image/vnd.zbrush.pcx", opaque("pcx")));

    /** Returns the format of a content type. */
    static ImageFormat of(ContentType type) {
        ImageFormat format = BY_TYPE.get(type.mediaType());
        if (format == null) {
            throw new ProteusException(
                    ErrorCode.BAD_PROGRAM,
                    "ImageMagick has no format for " + type.mediaType(),
                    "remove the unit from the program document");
        }
        return format;
    }

    /** Whether the colours of a press may come with it; they are kept where the target is TIFF. */
    boolean inks() {
        return INKS.contains(prefix);
    }

    /** Whether all images of a file of this format go into one of that format. */
    boolean allFramesInto(ImageFormat target) {
        return frames.isPresent() && frames.equals(target.frames);
    }

    private static ImageFormat opaque(String prefix) {
        return new ImageFormat(prefix, Optional.empty(), false);
    }

    private static ImageFormat transparent(String prefix) {
        return new ImageFormat(prefix, Optional.empty(), true);
    }

    private static ImageFormat framed(String prefix, Frames frames) {
        return new ImageFormat(prefix, Optional.of(frames), true);
    }
}
