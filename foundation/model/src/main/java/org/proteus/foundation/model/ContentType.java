package org.proteus.foundation.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A MIME content type: media type, subtype and parameters, as RFC 2045 and RFC 6838 define them.
 *
 * <p>Type, subtype and parameter names are folded to lower case; parameter values keep their case.
 * Two values have a meaning of their own in Proteus: {@value #ANY} stands for any value, {@value
 * #UNSET} for one that the caller must supply. Instances are immutable.
 *
 * @param type top-level type such as {@code image}, or {@code *}
 * @param subtype subtype such as {@code svg+xml}, or {@code *}
 * @param parameters parameter values by lower-case name, sorted; empty when there are none
 */
public record ContentType(String type, String subtype, SortedMap<String, String> parameters) {

    /** Matches any value. */
    public static final String ANY = "*";

    /** Not set: the caller must supply the value. */
    public static final String UNSET = "-";

    /** What is known of content of which nothing is known. */
    public static final ContentType OCTET_STREAM = of("application", "octet-stream");

    /**
     * @throws IllegalArgumentException if a name or a value is not allowed by RFC 2045 or RFC 6838;
     *     the message says which
     */
    public ContentType {
        type = ContentTypeSyntax.requireName(type, "type");
        subtype = ContentTypeSyntax.requireName(subtype, "subtype");
        if (type.equals(ANY) && !subtype.equals(ANY)) {
            throw new IllegalArgumentException("type * needs subtype *, found */" + subtype);
        }
        parameters = parameters.isEmpty() ? Collections.emptySortedMap() : folded(parameters);
    }

    private static SortedMap<String, String> folded(SortedMap<String, String> parameters) {
        TreeMap<String, String> folded = new TreeMap<>();
        parameters.forEach((name, value) -> {
            String key = ContentTypeSyntax.requireToken(name, "parameter name");
            ContentTypeSyntax.requireValue(key, value);
            if (folded.put(key, value) != null) {
                throw new IllegalArgumentException("parameter '" + key + "' is given twice");
            }
        });
        return Collections.unmodifiableSortedMap(folded);
    }

    /** Returns the content type without parameters that has this type and subtype. */
    public static ContentType of(String type, String subtype) {
        return new ContentType(type, subtype, Collections.emptySortedMap());
    }

    /**
     * Parses the textual form, for example {@code image/png; width="1024"}.
     *
     * @throws IllegalArgumentException if the text is not a content type; the message says where
     */
    @JsonCreator
    public static ContentType parse(String text) {
        return ContentTypeSyntax.parse(text);
    }

    /** Returns {@code type/subtype} without the parameters. */
    public String mediaType() {
        return type + "/" + subtype;
    }

    /** Returns the value of the parameter of that name (case ignored), if there is one. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Returns this type with no parameters. */
    public ContentType withoutParameters() {
        return parameters.isEmpty() ? this : of(type, subtype);
    }

    /** Returns this type with exactly these parameters. */
    public ContentType withParameters(Map<String, String> replacement) {
        return replacement.isEmpty()
                ? withoutParameters()
                : new ContentType(type, subtype, new TreeMap<>(replacement));
    }

    /** Whether type or subtype is {@code *}. */
    public boolean isRange() {
        return subtype.equals(ANY);
    }

    /** Types without parameters, the keys of large maps, are compared by their names alone. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof ContentType that
                        && subtype.equals(that.subtype)
                        && type.equals(that.type)
                        && (parameters.isEmpty()
                                ? that.parameters.isEmpty()
                                : parameters.equals(that.parameters)));
    }

    @Override
    public int hashCode() {
        int names = 31 * type.hashCode() + subtype.hashCode();
        return parameters.isEmpty() ? names : 31 * names + parameters.hashCode();
    }

    /** Returns the canonical text: lower-case names, values quoted, {@code "; "} between. */
    @Override
    @JsonValue
    public String toString() {
        return ContentTypeSyntax.print(this);
    }
}
