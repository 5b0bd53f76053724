package org.proteus.coordinator.names;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.proteus.coordinator.store.Ids;
import org.proteus.data.NameRules;

/**
 * The names that a result may have, made from the object's own name, which is never trusted: no
 * control characters, no way out of the sink, no reserved name, nothing longer than the sink takes.
 *
 * <p>The first choice is {@code name.ext}, then {@code name.oldext.ext}, then {@code name.oldext
 * (2).ext} and so on.
 */
public final class ResultNames {

    /** Names of prepared objects begin so. */
    private static final String RESERVED = ".proteus-";

    /** What follows the last dot is an extension only up to this length. */
    private static final int LONGEST_EXTENSION = 16;

    /** Folders and name together; file systems and servers take 4096 bytes with their own part. */
    private static final int LONGEST_PATH = 3000;

    private static final int HASH_DIGITS = 8;

    private final NameRules rules;
    private final String extension;

    /**
     * @param rules what the sink allows
     * @param extension extension of the target type, without the dot; empty when it has none
     */
    public ResultNames(NameRules rules, String extension) {
        this.rules = rules;
        this.extension = extension;
    }

    /**
     * Returns a name, {@code /} between folders.
     *
     * @param objectName the object's own name
     * @param choice 0 for the first choice, then 1, 2, ...
     */
    public String name(String objectName, int choice) {
        List<String> segments = segments(objectName);
        String last = segments.removeLast();
        segments.add(fit(file(last, choice), suffix(choice)));
        String path = String.join("/", segments);
        if (bytes(path) <= LONGEST_PATH) {
            return path;
        }
        String folders = String.join("/", segments.subList(0, segments.size() - 1));
        return Ids.key(folders) + "/" + segments.getLast();
    }

    /** Returns the key under which a name is claimed: two names with one key are the same. */
    public String key(String name) {
        return Ids.key(rules.foldsCase() ? name.toLowerCase(Locale.ROOT) : name);
    }

    private String file(String name, int choice) {
        int dot = extensionDot(name);
        String stem = dot < 0 || choice > 0 ? name : name.substring(0, dot);
        return stem;
    }

    private String suffix(int choice) {
        String number = choice < 2 ? "" : " (" + choice + ")";
        return extension.isEmpty() ? number : number + "." + extension;
    }

    private static int extensionDot(String name) {
        int dot = name.lastIndexOf('.');
        int length = name.length() - dot - 1;
        boolean plausible =
                dot > 0
                        && length > 0
                        && length <= LONGEST_EXTENSION
                        && name.substring(dot + 1).chars().allMatch(Character::isLetterOrDigit);
        return plausible ? dot : -1;
    }

    private List<String> segments(String objectName) {
        List<String> segments = new ArrayList<>();
        for (String part : objectName.split("/", -1)) {
            if (!part.isEmpty()) {
                segments.add(fit(harmless(part), ""));
            }
        }
        if (segments.isEmpty()) {
            segments.add("unnamed");
        }
        return segments;
    }

    private String harmless(String part) {
        StringBuilder clean = new StringBuilder();
        part.codePoints().map(this::allowed).forEach(clean::appendCodePoint);
        String name = clean.toString();
        if (name.equals(".") || name.equals("..")) {
            return "_".repeat(name.length());
        }
        return name.toLowerCase(Locale.ROOT).startsWith(RESERVED) ? "_" + name.substring(1) : name;
    }

    private int allowed(int point) {
        boolean bad =
                Character.isISOControl(point)
                        || Character.getType(point) == Character.SURROGATE
                        || point == '\u2028'
                        || point == '\u2029'
                        || rules.forbidden().indexOf(point) >= 0;
        return bad ? '_' : point;
    }

    /** Cuts a stem so that it and the suffix fit; what was cut stays told apart by its hash. */
    private String fit(String stem, String suffix) {
        if (bytes(stem + suffix) <= rules.maxBytes()) {
            return stem + suffix;
        }
        String tail = "~" + Ids.key(stem).substring(0, HASH_DIGITS) + suffix;
        int room = Math.max(0, rules.maxBytes() - bytes(tail));
        StringBuilder cut = new StringBuilder();
        int[] points = stem.codePoints().toArray();
        for (int i = 0, used = 0; i < points.length; i++) {
            used += bytes(Character.toString(points[i]));
            if (used > room) {
                break;
            }
            cut.appendCodePoint(points[i]);
        }
        return cut.append(tail).toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
