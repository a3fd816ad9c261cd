package dev.actionscope.runtime.scheduling;

import dev.actionscope.runtime.database.Document;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.ConvexValue.Array;
import dev.actionscope.runtime.value.ConvexValue.Float64;
import dev.actionscope.runtime.value.ConvexValue.Obj;
import dev.actionscope.runtime.value.ConvexValue.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A function to be run at a time, as `_scheduled_functions` keeps it.
///
/// @param id empty until it is stored
/// @param name `dir/mod.js:fn`
/// @param arguments with exactly one object
/// @param scheduledTime milliseconds since the epoch
/// @param completedTime likewise, null until it is over
public record ScheduledJob(
        String id,
        String name,
        Array arguments,
        double scheduledTime,
        @Nullable Double completedTime,
        JobState state) {

    static ScheduledJob of(Document document) {
        Obj value = document.value();
        Double completed = value.get("completedTime") instanceof Float64(double time) ? time : null;
        return new ScheduledJob(
                document.idText(),
                value.get("name") instanceof Text(String name) ? name : "",
                value.get("args") instanceof Array array ? array : new Array(List.of()),
                value.get("scheduledTime") instanceof Float64(double time) ? time : 0,
                completed,
                JobState.of(document.value().fields().getOrDefault("state", ConvexValue.Null.VALUE)));
    }

    Obj toValue() {
        Map<String, ConvexValue> fields = new TreeMap<>();
        fields.put("name", new Text(name));
        fields.put("args", arguments);
        fields.put("scheduledTime", new Float64(scheduledTime));
        fields.put("state", state.toValue());
        if (completedTime != null) {
            fields.put("completedTime", new Float64(completedTime));
        }
        return new Obj(fields);
    }

    ScheduledJob in(JobState next, double nowMillis) {
        Double completed = next.isOver() ? Double.valueOf(nowMillis) : completedTime;
        return new ScheduledJob(id, name, arguments, scheduledTime, completed, next);
    }
}
