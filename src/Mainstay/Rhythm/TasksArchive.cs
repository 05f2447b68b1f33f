using Mainstay.Archive;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

internal sealed record ArchivedTask
{
    public required Guid Id { get; init; }
    public required string Text { get; init; }
    public DateOnly? DueOn { get; init; }
    public Guid? Person { get; init; }
    public bool PromisedToMe { get; init; }
    public Guid? Touch { get; init; }
    public DateOnly? DoneOn { get; init; }
    public required DateTime CreatedAt { get; init; }
}

/// <summary>All tasks in an archive.</summary>
internal sealed class TasksArchive() : ArchiveSection<ArchivedTask>("tasks")
{
    private const string Kind = "task";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Tasks.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedTask> Rows(Store store, CancellationToken stop)
    {
        var touches = store.Touches;
        return store.Tasks.AsNoTracking().OrderBy(t => t.Id).Select(t => new ArchivedTask
        {
            Id = t.Id,
            Text = t.Text,
            DueOn = t.DueOn,
            Person = t.PersonId,
            PromisedToMe = t.PromisedToMe,
            Touch = touches.Any(o => o.Id == t.TouchId) ? t.TouchId : null, // the touch may be gone; the promise stays
            DoneOn = t.DoneOn,
            CreatedAt = t.CreatedAt,
        }).AsAsyncEnumerable();
    }

    protected override void Check(ArchivedTask task, ArchiveCheck check)
    {
        check.IsNew(Kind, task.Id);
        check.Refers(PeopleArchive.Kind, task.Person);
        check.Refers(TouchesArchive.Kind, task.Touch);
        check.Holds(new NewTask { Text = task.Text }.Check());
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedTask> tasks, CancellationToken stop) => store.InsertMany(tasks.Select(t => new PromisedTask
    {
        Id = t.Id,
        Text = t.Text,
        DueOn = t.DueOn,
        PersonId = t.Person,
        PromisedToMe = t.PromisedToMe,
        TouchId = t.Touch,
        DoneOn = t.DoneOn,
        CreatedAt = t.CreatedAt,
    }), stop);
}

internal sealed record ArchivedTempo(int? WeeklyMinutes, double? R, double? Alpha, double? A, double? B, DateOnly? FittedOn, double InterceptShift);

/// <summary>The owner's time for people in an archive: one row, or none.</summary>
internal sealed class TempoArchive() : ArchiveSection<ArchivedTempo>("tempo")
{
    /// <summary>It says nothing about anybody, and gives way to the archive's.</summary>
    public override Task<bool> IsEmpty(Store store, CancellationToken stop) => Task.FromResult(true);

    protected override IAsyncEnumerable<ArchivedTempo> Rows(Store store, CancellationToken stop) =>
        store.Tempos.AsNoTracking().Select(t => new ArchivedTempo(t.WeeklyMinutes, t.R, t.Alpha, t.A, t.B, t.FittedOn, t.InterceptShift)).AsAsyncEnumerable();

    protected override void Check(ArchivedTempo tempo, ArchiveCheck check) => check.IsNew("tempo", Guid.Empty);

    protected override async Task Write(Store store, IReadOnlyList<ArchivedTempo> tempos, CancellationToken stop)
    {
        await store.Tempos.ExecuteDeleteAsync(stop);
        await store.InsertMany(tempos.Select(t => new Tempo { WeeklyMinutes = t.WeeklyMinutes, R = t.R, Alpha = t.Alpha, A = t.A, B = t.B, FittedOn = t.FittedOn, InterceptShift = t.InterceptShift }), stop);
    }
}
