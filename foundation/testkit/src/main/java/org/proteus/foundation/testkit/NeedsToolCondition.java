package org.proteus.foundation.testkit;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides for {@link NeedsTool} whether a test runs. */
final class NeedsToolCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String missing =
                AnnotationSupport.findRepeatableAnnotations(context.getElement(), NeedsTool.class)
                        .stream()
                        .map(NeedsToolCondition::check)
                        .filter(tool -> tool.find().isEmpty())
                        .map(ToolCheck::missing)
                        .collect(Collectors.joining("; "));
        if (missing.isEmpty()) {
            return enabled("every tool is there");
        }
        if (Absence.here() == Absence.FAILS) {
            throw new AssertionError(missing);
        }
        return disabled(missing);
    }

    private static ToolCheck check(NeedsTool tool) {
        return new ToolCheck(tool.command(), tool.apt())
                .versionArguments(tool.versionArguments())
                .says(tool.says());
    }
}
