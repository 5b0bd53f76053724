package org.proteus.programs.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;

/**
 * Looks at what a program left. Only a plain file with something in it, of which there is no other
 * name, is taken: a link would let a program hand out files that it was never given.
 */
final class OutputCheck {

    private OutputCheck() {}

    /** Checks the output file. */
    static Optional<Problem> check(Path output, long maxBytes) {
        try {
            return check(output, attributes(output), maxBytes);
        } catch (NoSuchFileException e) {
            return bad("it left no output");
        } catch (IOException e) {
            return bad("its output cannot be read");
        }
    }

    /** Checks the file that a program left in its scratch folder and moves it to the output. */
    static Optional<Problem> move(Path produced, Path scratch, Path output, long maxBytes) {
        try {
            // The scratch folder itself may lie behind a link; what counts is what is inside.
            Path folder = produced.toRealPath(LinkOption.NOFOLLOW_LINKS).getParent().toRealPath();
            if (!folder.startsWith(scratch.toRealPath())) {
                return bad("its output lies outside its folder");
            }
            Optional<Problem> problem = check(produced, attributes(produced), maxBytes);
            if (problem.isEmpty()) {
                Files.move(produced, output, StandardCopyOption.REPLACE_EXISTING);
            }
            return problem;
        } catch (NoSuchFileException e) {
            return bad("it left no output");
        } catch (IOException e) {
            return bad("its output cannot be moved");
        }
    }

    private static Optional<Problem> check(Path file, BasicFileAttributes found, long maxBytes)
            throws IOException {
        if (!found.isRegularFile()) {
            return bad("its output is not a plain file");
        }
        if ((int) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) != 1) {
            return bad("its output is a hard link");
        }
        if (found.size() == 0) {
            return bad("its output is empty");
        }
        return found.size() > maxBytes
                ? Optional.of(
                        Problem.of(
                                ErrorCode.LIMIT_EXCEEDED,
                                "it wrote more than " + maxBytes + " bytes"))
                : Optional.empty();
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<Problem> bad(String message) {
        return Optional.of(Problem.of(ErrorCode.BAD_OUTPUT, message));
    }
}
