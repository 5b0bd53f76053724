package org.proteus.programs.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import org.proteus.foundation.model.ContentType;
import org.proteus.programs.option.Options;

/** The arguments for the picture: size, frame rate, quality, bit rate. */
record PictureOptions(Options options, Encoding encoding, ContentType target) {

    /** The largest side that H.264 knows. */
    private static final int LONGEST_SIDE = 8192;

    private static final int MOST_FRAMES_PER_SECOND = 240;
    private static final int GIF_FRAMES_PER_SECOND = 10;

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("-map", "0:v:0"));
        String filters = filters();
        if (!filters.isEmpty()) {
            arguments.addAll(List.of("-vf", filters));
        }
        arguments.add("-c:v");
        arguments.addAll(encoding.picture());
        if (isStill()) {
            arguments.addAll(List.of("-frames:v", "1"));
        }
        Optional<String> bitrate = Bitrate.of(options, "bitrate");
        if (bitrate.isPresent()) {
            arguments.addAll(List.of("-b:v", bitrate.get()));
        } else {
            arguments.addAll(quality(options, encoding.quality()));
        }
        return arguments;
    }

    static List<String> quality(Options options, Encoding.Quality scale) {
        OptionalInt percent = options.integer("quality", 1, 100);
        return percent.isEmpty() || scale.argument().isEmpty()
                ? List.of()
                : List.of(scale.argument(), String.valueOf(scale.of(percent.getAsInt())));
    }

    private String filters() {
        StringJoiner filters = new StringJoiner(",");
        if (!isStill()) {
            options.decimal("fps", 1, MOST_FRAMES_PER_SECOND)
                    .map(fps -> fps.toPlainString())
                    .or(() -> isGif() ? Optional.of("" + GIF_FRAMES_PER_SECOND) : Optional.empty())
                    .ifPresent(fps -> filters.add("fps=" + fps));
        }
        scale().ifPresent(filters::add);
        if (isGif()) {
            filters.add("split[a][b];[a]palettegen[p];[b][p]paletteuse");
        }
        return filters.toString();
    }

    /** Sides that a codec can only hold when even are cut by a pixel. */
    private Optional<String> scale() {
        OptionalInt width = options.pixels("width", 1, LONGEST_SIDE);
        OptionalInt height = options.pixels("height", 1, LONGEST_SIDE);
        int even = isStill() || isGif() ? 1 : 2;
        if (width.isEmpty() && height.isEmpty()) {
            return even == 1 ? Optional.empty() : Optional.of("scale=trunc(iw/2)*2:trunc(ih/2)*2");
        }
        return Optional.of("scale=" + side(width, even) + ":" + side(height, even));
    }

    private static String side(OptionalInt pixels, int even) {
        return pixels.isPresent()
                ? String.valueOf(Math.max(even, pixels.getAsInt() / even * even))
                : "-" + even;
    }

    private boolean isGif() {
        return target.mediaType().equals("image/gif");
    }

    private boolean isStill() {
        return target.type().equals("image") && !isGif();
    }
}
