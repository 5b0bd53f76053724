package org.proteus.data;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handlers of this process, by the schemes they serve. Thread-safe. */
public final class DataHandlers {

    private static final Logger LOG = LoggerFactory.getLogger(DataHandlers.class);

    private final SortedMap<String, DataHandler> byScheme = new TreeMap<>();

    /**
     * Registers handlers.
     *
     * @throws IllegalStateException if two of them share an id or a scheme; the message names both
     *     classes
     */
    public DataHandlers(Iterable<? extends DataHandler> handlers) {
        Map<String, DataHandler> byId = new TreeMap<>();
        for (DataHandler handler : handlers) {
            refuseTwice("id", handler.id(), byId.put(handler.id(), handler), handler);
            for (String scheme : handler.schemes()) {
                refuseTwice("scheme", scheme, byScheme.put(scheme, handler), handler);
            }
            LOG.info(
                    "data handler {} serves {} ({})",
                    handler.id(),
                    handler.schemes().stream().sorted().toList(),
                    handler.getClass().getName());
        }
    }

    /** Returns the handlers that {@link ServiceLoader} finds on this class path. */
    public static DataHandlers find() {
        return new DataHandlers(
                ServiceLoader.load(DataHandler.class, DataHandlers.class.getClassLoader()));
    }

    /** Returns the schemes that can be sources, sorted. */
    public List<String> sourceSchemes() {
        return schemesOf(DataHandler.Reader.class);
    }

    /** Returns the schemes that can be sinks, sorted. */
    public List<String> sinkSchemes() {
        return schemesOf(DataHandler.Writer.class);
    }

    /**
     * Opens a source.
     *
     * @param uri URI without credentials
     * @param recursive whether a listing walks the folders below
     * @throws ProteusException UNKNOWN_SCHEME, SOURCE_UNREADABLE, UNAUTHORIZED or BAD_REQUEST
     */
    public DataSource source(String uri, Optional<Credentials> credentials, boolean recursive) {
        URI parsed = Places.parse(uri);
        DataHandler.Reader handler = handler(parsed, DataHandler.Reader.class, "sources");
        try {
            return handler.source(parsed, credentials, recursive);
        } catch (IOException e) {
            throw failed(ErrorCode.SOURCE_UNREADABLE, "source " + Places.shown(parsed), e);
        }
    }

    /**
     * Opens a sink.
     *
     * @param uri URI without credentials
     * @throws ProteusException UNKNOWN_SCHEME, SINK_UNWRITABLE, DISK_FULL, UNAUTHORIZED or
     *     BAD_REQUEST
     */
    public DataSink sink(String uri, Optional<Credentials> credentials) {
        URI parsed = Places.parse(uri);
        DataHandler.Writer handler = handler(parsed, DataHandler.Writer.class, "sinks");
        try {
            return handler.sink(parsed, credentials);
        } catch (IOException e) {
            throw failed(ErrorCode.SINK_UNWRITABLE, "sink " + Places.shown(parsed), e);
        }
    }

    private <H extends DataHandler> H handler(URI uri, Class<H> ability, String abilityName) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        DataHandler handler = byScheme.get(scheme);
        if (ability.isInstance(handler)) {
            return ability.cast(handler);
        }
        throw new ProteusException(
                ErrorCode.UNKNOWN_SCHEME,
                "no handler offers '" + scheme + ":' as one of the " + abilityName,
                "known are " + String.join(", ", schemesOf(ability)));
    }

    private List<String> schemesOf(Class<? extends DataHandler> ability) {
        return byScheme.entrySet().stream()
                .filter(known -> ability.isInstance(known.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static ProteusException failed(ErrorCode code, String what, IOException e) {
        return new ProteusException(
                new Problem(
                        code,
                        what + ": " + e.getMessage(),
                        "check that it exists, that it can be reached from here and that this user"
                                + " may use it"),
                e);
    }

    private static void refuseTwice(
            String kind, String value, DataHandler earlier, DataHandler later) {
        if (earlier != null) {
            throw new IllegalStateException(
                    "two data handlers have the %s '%s': %s and %s"
                            .formatted(
                                    kind,
                                    value,
                                    earlier.getClass().getName(),
                                    later.getClass().getName()));
        }
    }
}
