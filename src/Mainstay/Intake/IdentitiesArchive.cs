using System.Text.Json;
using Mainstay.Archive;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Intake;

internal sealed record ArchivedIdentity
{
    public required Guid Id { get; init; }
    public required Guid Person { get; init; }
    public required string Source { get; init; }
    public required string Identity { get; init; }
    public required string Fingerprint { get; init; }
    public required string Said { get; init; }
    public Guid Import { get; init; }
}

internal sealed record ArchivedTouchIdentity
{
    public required Guid Id { get; init; }
    public required Guid Person { get; init; }
    public required string Source { get; init; }
    public required string Identity { get; init; }
    public required string Fingerprint { get; init; }
    public Guid Touch { get; init; }
    public Guid Import { get; init; }
}

/// <summary>How sources know people, in an archive: the same file imported elsewhere changes nothing there.</summary>
internal sealed class IdentitiesArchive() : ArchiveSection<ArchivedIdentity>("sourceIdentities")
{
    private const string Kind = "source identity";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.SourceIdentities.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedIdentity> Rows(Store store, CancellationToken stop) => store.SourceIdentities.AsNoTracking().OrderBy(i => i.Id)
        .Select(i => new ArchivedIdentity { Id = i.Id, Person = i.PersonId, Source = i.Source, Identity = i.Identity, Fingerprint = i.Fingerprint, Said = i.Said, Import = i.ImportId }).AsAsyncEnumerable();

    protected override void Check(ArchivedIdentity identity, ArchiveCheck check)
    {
        check.IsNew(Kind, identity.Id);
        check.Refers(PeopleArchive.Kind, identity.Person);
        check.Holds(check.IsFirst(Kind, $"{identity.Source}\n{identity.Identity}"), "Intake.IdentityTwice", identity.Source, identity.Identity);
        check.Holds(IsReadable(identity.Said), "Intake.BeforeUnreadable");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedIdentity> identities, CancellationToken stop) => store.InsertMany(identities.Select(i => new SourceIdentity
    {
        Id = i.Id,
        PersonId = i.Person,
        Source = i.Source,
        Identity = i.Identity,
        Fingerprint = i.Fingerprint,
        Said = i.Said,
        ImportId = i.Import,
    }), stop);

    private static bool IsReadable(string said)
    {
        try
        {
            return Said.FromJson(said) is { Details: not null, Affiliations: not null };
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>How sources know touches, in an archive. The touch itself may be gone: what the owner removed does not come back.</summary>
internal sealed class TouchIdentitiesArchive() : ArchiveSection<ArchivedTouchIdentity>("touchIdentities")
{
    private const string Kind = "touch identity";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.TouchIdentities.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedTouchIdentity> Rows(Store store, CancellationToken stop) => store.TouchIdentities.AsNoTracking().OrderBy(i => i.Id)
        .Select(i => new ArchivedTouchIdentity { Id = i.Id, Person = i.PersonId, Source = i.Source, Identity = i.Identity, Fingerprint = i.Fingerprint, Touch = i.TouchId, Import = i.ImportId }).AsAsyncEnumerable();

    protected override void Check(ArchivedTouchIdentity identity, ArchiveCheck check)
    {
        check.IsNew(Kind, identity.Id);
        check.Refers(PeopleArchive.Kind, identity.Person);
        check.Holds(check.IsFirst(Kind, $"{identity.Source}\n{identity.Identity}"), "Intake.IdentityTwice", identity.Source, identity.Identity);
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedTouchIdentity> identities, CancellationToken stop) => store.InsertMany(identities.Select(i => new TouchIdentity
    {
        Id = i.Id,
        PersonId = i.Person,
        Source = i.Source,
        Identity = i.Identity,
        Fingerprint = i.Fingerprint,
        TouchId = i.Touch,
        ImportId = i.Import,
    }), stop);
}
