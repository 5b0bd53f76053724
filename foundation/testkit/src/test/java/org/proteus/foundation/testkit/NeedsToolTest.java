package org.proteus.foundation.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class NeedsToolTest {

    @Test
    void runsWhatHasItsTools() {
        run(WithTools.class).assertStatistics(tests -> tests.succeeded(1));
    }

    @Test
    void saysWhatToInstallWhenOneIsMissing() {
        run(WithoutOne.class).assertThatEvents().haveExactly(1, event(test(), asThisPlaceWants()));
    }

    private static Condition<Event> asThisPlaceWants() {
        String missing = "needs proteus-unknown (apt-get install proteus)";
        return switch (Absence.here()) {
            case SKIPS -> skippedWithReason(missing);
            case FAILS -> finishedWithFailure(message(missing));
        };
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    static class WithTools {
        @Test
        @NeedsTool(command = "sh", apt = "dash")
        @NeedsTool(command = "env", apt = "coreutils", says = "coreutils")
        void runs() {}
    }

    static class WithoutOne {
        @Test
        @NeedsTool(command = "sh", apt = "dash")
        @NeedsTool(command = "proteus-unknown", apt = "proteus")
        void isSkipped() {}
    }
}
