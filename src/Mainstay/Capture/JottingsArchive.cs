using Mainstay.Archive;
using Mainstay.Gatherings;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Capture;

internal sealed record ArchivedJotting(Guid Id, DateTime At, DateTime ArrivedAt, JottingState State, string? Line, Guid? Gathering, string? Who, string? About, string? Promised, string? PromisedToMe, string? Changes = null);

/// <summary>What was jotted down, in an archive; of what is settled only the key, so that no device sends it again.</summary>
internal sealed class JottingsArchive() : ArchiveSection<ArchivedJotting>("jottings")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Jottings.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedJotting> Rows(Store store, CancellationToken stop)
    {
        var gatherings = store.Gatherings;
        return store.Jottings.AsNoTracking().OrderBy(j => j.Id).Select(j => new ArchivedJotting(j.Id, j.At, j.ArrivedAt, j.State, j.Line, gatherings.Any(g => g.Id == j.GatheringId) ? j.GatheringId : null, j.Who, j.About, j.Promised, j.PromisedToMe, j.Changes)).AsAsyncEnumerable();
    }

    protected override void Check(ArchivedJotting j, ArchiveCheck check)
    {
        check.IsNew("jotting", j.Id);
        check.Refers(GatheringsArchive.Kind, j.Gathering);
        check.Holds(Enum.IsDefined(j.State), "Capture.NotAState");
        if (j.State == JottingState.Waiting) check.Holds(new NewJotting { Id = j.Id, Line = j.Line, Who = j.Who, About = j.About, Promised = j.Promised, PromisedToMe = j.PromisedToMe, Changes = j.Changes }.Check());
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedJotting> jottings, CancellationToken stop) => store.InsertMany(jottings.Select(j => new Jotting
    {
        Id = j.Id,
        At = j.At,
        ArrivedAt = j.ArrivedAt,
        State = j.State,
        Line = j.Line,
        GatheringId = j.Gathering,
        Who = j.Who,
        About = j.About,
        Promised = j.Promised,
        PromisedToMe = j.PromisedToMe,
        Changes = j.Changes,
    }), stop);
}
