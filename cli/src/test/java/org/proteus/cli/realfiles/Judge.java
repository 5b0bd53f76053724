package org.proteus.cli.realfiles;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Looks at a result with other eyes than the program that made it. */
final class Judge {

    /** Old formats hold a stray control character here and there; garbage is full of them. */
    private static final double MOST_UNREADABLE = 0.05;

    private static final int REPLACEMENT = 0xFFFD;

    private Judge() {}

    /** Returns what is wrong with a result, if anything. */
    static Optional<String> fault(Path result, String type) throws IOException {
        return type.equals("text/plain") ? textFault(result) : pictureFault(result);
    }

    private static Optional<String> textFault(Path result) throws IOException {
        String text;
        try {
            text = Files.readString(result, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return Optional.of("is not UTF-8");
        }
        if (text.replace("\uFEFF", "").isBlank()) {
            return Optional.of("has no text");
        }
        double unreadable = text.codePoints().filter(Judge::isUnreadable).count();
        double share = unreadable / text.codePointCount(0, text.length());
        return share > MOST_UNREADABLE
                ? Optional.of("cannot be read, %.0f %% of it".formatted(100 * share))
                : Optional.empty();
    }

    private static boolean isUnreadable(int character) {
        return character == REPLACEMENT
                || (Character.isISOControl(character) && !Character.isWhitespace(character))
                || !Character.isDefined(character);
    }

    private static Optional<String> pictureFault(Path result) throws IOException {
        BufferedImage picture = ImageIO.read(result.toFile());
        return picture == null
                ? Optional.of("is no image that the JDK can read")
                : Optional.empty();
    }
}
