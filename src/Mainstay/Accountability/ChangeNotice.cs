using Mainstay.Words;

namespace Mainstay.Accountability;

/// <summary>How a promise changes: with a week's notice to the witness, but for health or an emergency. What was promised before stays readable.</summary>
public static class ChangeNotice
{
    public const int Days = 7;

    /// <summary>The change, with the day from which it counts; null when the promise stays as it is.</summary>
    public static CommitmentChange? ChangeTo(this CommitmentCourse course, NewChange change, DateOnly today)
    {
        var promise = change.Promise.Tidy();
        if (promise == course.PromiseOn(today)) return null;
        var reason = !course.IsWitnessed ? ChangeReason.NoWitness : change.Reason;
        var from = reason == ChangeReason.Notice ? today.AddDays(Days) : today;
        var due = course.PromiseOn(today).Due;
        Mistaken.ThrowIf(new Problems()
            .When(reason == ChangeReason.Notice && due < from, "due", "Accountability.DueBeforeNotice", due, from)
            .When(promise.Due < from, "due", "Accountability.DueBeforeItCounts", from));
        return new()
        {
            SpaceId = course.It.SpaceId, CommitmentId = course.It.Id, Number = course.Changes.Select(c => c.Number).Append(0).Max() + 1, Outcome = promise.Outcome, Measure = promise.Measure, Counts = promise.Counts, Due = promise.Due,
            Reason = reason, Because = Texts.Filled(change.Because), AskedOn = today, From = from,
        };
    }
}
