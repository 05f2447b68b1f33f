using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary>Today: what was promised for today or before, and one promise a day that has waited without a day.</summary>
public sealed class TaskCard : ITodayCard
{
    internal const string Kind = "task";

    public IReadOnlyList<Type> About { get; } = [typeof(PromisedTask)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        var due = (await store.TasksDue(today, stop)).Select(line => Card(line, today.DayNumber - line.Task.DueOn!.Value.DayNumber));
        return await store.PromiseToAskAbout(today, stop) is { } open ? [.. due, Undated(open.Line, today.DayNumber - open.NotedOn.DayNumber)] : [.. due];
    }

    /// <summary>Done, let go, or on another day: each in one tap.</summary>
    private static TodayItem Undated(TaskLine line, int ago) => Card(line, 0) with
    {
        Href = TasksPage.Address,
        Reasons = [new("Rhythm.NoDaySet", Telling.Ago(ago))],
        Instead = new("Rhythm.LetGo"),
        InsteadHref = $"/tasks/{line.Task.Id}/remove",
        Priority = 3.4,
    };

    private static TodayItem Card(TaskLine line, int late) => new()
    {
        Kind = Kind,
        Subject = line.Task.Id,
        PersonId = line.Task.PersonId,
        PersonName = line.Person,
        Sentence = Sentence(line),
        Reasons = [late == 0 ? new Reason("Rhythm.DueToday") : new Reason("Rhythm.DueAgo", Telling.Ago(late))],
        Action = new("Rhythm.MarkDone"),
        ActionHref = $"/tasks/{line.Task.Id}/done",
        ActionForm = new Dictionary<string, string>(),
        LaterHref = $"/tasks/{line.Task.Id}/later",
        Priority = 4 + Math.Min(late, 30) / 30.0,
    };

    internal static Reason Sentence(TaskLine line) => Sentence(line.Task.Text, line.Person, line.Task.PromisedToMe);

    /// <summary>What was promised to whom; or what is to be remembered, when it was promised to nobody, or begins with the name of the one it is about.</summary>
    internal static Reason Sentence(string text, string? person, bool toMe) => person is null || (!toMe && TaskLine.IsAbout(text, person))
        ? new("Rhythm.TaskPlain", text)
        : new(toMe ? "Rhythm.TaskTheirs" : "Rhythm.TaskMine", text, person);
}
