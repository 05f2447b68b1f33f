using Mainstay.Archive;
using Mainstay.Board;
using Mainstay.Gatherings;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Learnings;

internal sealed record ArchivedLearning(Guid Id, string Text, string? Topic, DateOnly On, Guid? Person, Guid? Touch, Guid? Gathering, Guid? Advice, int Recalls, DateOnly? NextOn, string? Used, DateOnly? UsedOn, DateTime CreatedAt);

/// <summary>All learnings in an archive, without what is gone of where they come from.</summary>
internal sealed class LearningsArchive() : ArchiveSection<ArchivedLearning>("learnings")
{
    internal const string Kind = "learning";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Learnings.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedLearning> Rows(Store store, CancellationToken stop)
    {
        var (touches, gatherings, advice) = (store.Touches, store.Gatherings, store.Advice);
        return store.Learnings.AsNoTracking().OrderBy(l => l.Id).Select(l => new ArchivedLearning(l.Id, l.Text, l.Topic, l.On, l.PersonId, touches.Any(t => t.Id == l.TouchId) ? l.TouchId : null, gatherings.Any(g => g.Id == l.GatheringId) ? l.GatheringId : null, advice.Any(a => a.Id == l.AdviceId) ? l.AdviceId : null, l.Recalls, l.NextOn, l.Used, l.UsedOn, l.CreatedAt)).AsAsyncEnumerable();
    }

    protected override void Check(ArchivedLearning l, ArchiveCheck check)
    {
        check.IsNew(Kind, l.Id);
        check.Refers(PeopleArchive.Kind, l.Person);
        check.Refers(TouchesArchive.Kind, l.Touch);
        check.Refers(GatheringsArchive.Kind, l.Gathering);
        check.Holds(new NewLearning { Text = l.Text, Topic = l.Topic }.Check(l.On));
        check.Holds(l.Recalls >= 0 && l.Used?.Length is null or <= NewLearning.MostText, "Learnings.NotALearning");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedLearning> learnings, CancellationToken stop) => store.InsertMany(learnings.Select(l => new Learning
    {
        Id = l.Id,
        Text = l.Text,
        Topic = l.Topic,
        On = l.On,
        PersonId = l.Person,
        TouchId = l.Touch,
        GatheringId = l.Gathering,
        AdviceId = l.Advice,
        Recalls = l.Recalls,
        NextOn = l.NextOn,
        Used = l.Used,
        UsedOn = l.UsedOn,
        CreatedAt = l.CreatedAt,
    }), stop);
}
