package org.proteus.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * Sends the log to standard error. One-shot commands tell warnings only, services what they do;
 * {@code PROTEUS_LOG} (error, warn, info, debug) decides otherwise.
 */
public final class ConsoleLogging extends ContextAwareBase implements Configurator {

    /** System property with the level of this process, set before the first logger is made. */
    public static final String LEVEL = "proteus.log";

    /** Warns of every request that is refused before its headers were read. */
    private static final String CHATTY = "org.apache.cxf.ws.addressing";

    private static final String LINE = "%d{HH:mm:ss.SSS} %-5level %logger{24} - %msg%n%nopex";
    private static final String LINE_WITH_TRACE = "%d{HH:mm:ss.SSS} %-5level %logger{24} - %msg%n";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Level level = Level.toLevel(chosen(), Level.WARN);
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(level.isGreaterOrEqual(Level.WARN) ? LINE : LINE_WITH_TRACE);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(floor(level));
        context.getLogger("org.proteus").setLevel(level);
        context.getLogger(CHATTY).setLevel(Level.ERROR);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static String chosen() {
        String fromUser = System.getenv("PROTEUS_LOG");
        return fromUser != null ? fromUser : System.getProperty(LEVEL, "warn");
    }

    /** Libraries tell warnings only, unless somebody debugs. */
    private static Level floor(Level level) {
        return level.isGreaterOrEqual(Level.INFO) ? Level.WARN : level;
    }
}
