using Mainstay.Archive;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

internal sealed record ArchivedAcquaintance(Guid Id, Guid First, Guid Second, bool Refused, double? Strength, DateOnly SaidOn);

/// <summary>What the owner said of who knows whom, in an archive.</summary>
internal sealed class AcquaintancesArchive() : ArchiveSection<ArchivedAcquaintance>("acquaintances")
{
    private const string Kind = "acquaintance";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Acquaintances.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedAcquaintance> Rows(Store store, CancellationToken stop) =>
        store.Acquaintances.AsNoTracking().OrderBy(a => a.Id).Select(a => new ArchivedAcquaintance(a.Id, a.FirstId, a.SecondId, a.IsRefused, a.Strength, a.SaidOn)).AsAsyncEnumerable();

    protected override void Check(ArchivedAcquaintance known, ArchiveCheck check)
    {
        check.IsNew(Kind, known.Id);
        check.Refers(PeopleArchive.Kind, known.First);
        check.Refers(PeopleArchive.Kind, known.Second);
        check.Holds(new NewAcquaintances { PersonId = known.First, Others = [known.Second], Strength = known.Strength }.Check());
        var (first, second) = KnownPair.Key(known.First, known.Second);
        check.Holds(check.IsFirst(Kind, $"{first} {second}"), "Introductions.Twice");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedAcquaintance> known, CancellationToken stop) => store.InsertMany(known.Select(a =>
    {
        var (first, second) = KnownPair.Key(a.First, a.Second);
        return new Acquaintance { Id = a.Id, FirstId = first, SecondId = second, IsRefused = a.Refused, Strength = a.Strength, SaidOn = a.SaidOn };
    }), stop);
}
