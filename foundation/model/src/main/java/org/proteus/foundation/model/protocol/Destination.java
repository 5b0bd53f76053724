package org.proteus.foundation.model.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.proteus.foundation.model.Credentials;

/** Where a worker brings the result of an object. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Destination.Stored.class, name = "stored"),
    @JsonSubTypes.Type(value = Destination.Returned.class, name = "returned")
})
public sealed interface Destination {

    /**
     * A data sink, in two steps: prepared under the temporary name, published under the final one.
     *
     * @param sink URI of the sink, without credentials
     * @param temporaryName short name that contains the token
     * @param finalName path below the sink, {@code /} between folders; claimed for this element
     * @param credentials credentials of the sink, if it needs any
     */
    record Stored(
            String sink, String temporaryName, String finalName, Optional<Credentials> credentials)
            implements Destination {}

    /**
     * The coordinator: small results are carried in the commit, larger ones go through {@link
     * ContentExchange} before it.
     *
     * @param maxCarriedBytes most bytes that the commit may carry
     * @param maxBytes most bytes taken at all
     */
    record Returned(long maxCarriedBytes, long maxBytes) implements Destination {}
}
