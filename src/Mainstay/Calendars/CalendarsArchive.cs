using Mainstay.Archive;
using Mainstay.Organizations;
using Mainstay.Outside;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Calendars;

internal sealed record ArchivedCalendar(Guid Id, string Name, string Address, string? Topics, DateTime CreatedAt)
{
    public Guid? Organization { get; init; }
    public DateTime NextAt { get; init; }
    public DateTime? ReadAt { get; init; }
    public DateTime? WholeAt { get; init; }
    public string? Tag { get; init; }
    public string? ModifiedAt { get; init; }
    public int Announces { get; init; }
    public int News { get; init; }
    public bool IsCut { get; init; }
    public int Unread { get; init; }
    public string? UnreadWhere { get; init; }
    public int Failures { get; init; }
    public string? Trouble { get; init; }
    public int? TroubleStatus { get; init; }
    public DateTime? TroubleSince { get; init; }
}

/// <summary>All subscribed calendars in an archive, each with its address: without it none could be read where the archive is taken in.</summary>
internal sealed class CalendarsArchive() : ArchiveSection<ArchivedCalendar>("calendars")
{
    public const string Kind = "calendar";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.SubscribedCalendars.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedCalendar> Rows(Store store, CancellationToken stop)
    {
        var organizations = store.Organizations;
        return store.SubscribedCalendars.AsNoTracking().OrderBy(c => c.Id).Select(c => new ArchivedCalendar(c.Id, c.Name, c.Address, c.Topics, c.CreatedAt)
        {
            Organization = organizations.Any(o => o.Id == c.OrganizationId) ? c.OrganizationId : null,
            NextAt = c.NextAt,
            ReadAt = c.ReadAt,
            WholeAt = c.WholeAt,
            Tag = c.Tag,
            ModifiedAt = c.ModifiedAt,
            Announces = c.Announces,
            News = c.News,
            IsCut = c.IsCut,
            Unread = c.Unread,
            UnreadWhere = c.UnreadWhere,
            Failures = c.Failures,
            Trouble = c.Trouble,
            TroubleStatus = c.TroubleStatus,
            TroubleSince = c.TroubleSince,
        }).AsAsyncEnumerable();
    }

    protected override void Check(ArchivedCalendar c, ArchiveCheck check)
    {
        check.IsNew(Kind, c.Id);
        check.Refers(OrganizationsArchive.Kind, c.Organization);
        check.Holds(new NewCalendar { Name = c.Name, Address = c.Address, Topics = c.Topics }.Check(isNew: true));
        if (OutsideAddress.Read(c.Address, out _) is { } wrong) check.Holds(false, wrong.Key, wrong.Inputs);
        check.Holds(c.Trouble is null || Words.Speech.Knows(c.Trouble), "Calendars.OddTrouble");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedCalendar> calendars, CancellationToken stop) => store.InsertMany(calendars.Select(c => new SubscribedCalendar
    {
        Id = c.Id,
        Name = c.Name,
        Address = c.Address,
        Topics = c.Topics,
        OrganizationId = c.Organization,
        CreatedAt = c.CreatedAt,
        NextAt = c.NextAt,
        ReadAt = c.ReadAt,
        WholeAt = c.WholeAt,
        Tag = c.Tag,
        ModifiedAt = c.ModifiedAt,
        Announces = c.Announces,
        News = c.News,
        IsCut = c.IsCut,
        Unread = c.Unread,
        UnreadWhere = UnreadParts.Write(UnreadParts.Read(c.UnreadWhere), UnreadParts.More(c.UnreadWhere)), // what another version knew of and this one does not is let go of
        Failures = c.Failures,
        Trouble = c.Trouble,
        TroubleStatus = c.TroubleStatus,
        TroubleSince = c.TroubleSince,
    }), stop);
}
