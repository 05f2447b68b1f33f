using Mainstay.Archive;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Needs;

internal sealed record ArchivedGoal(Guid Id, string Text, DateOnly? DueOn, DateOnly? ReachedOn, DateTime CreatedAt);

/// <summary>All goals in an archive.</summary>
internal sealed class GoalsArchive() : ArchiveSection<ArchivedGoal>("goals")
{
    internal const string Kind = "goal";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Goals.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedGoal> Rows(Store store, CancellationToken stop) =>
        store.Goals.AsNoTracking().OrderBy(g => g.Id).Select(g => new ArchivedGoal(g.Id, g.Text, g.DueOn, g.ReachedOn, g.CreatedAt)).AsAsyncEnumerable();

    protected override void Check(ArchivedGoal goal, ArchiveCheck check)
    {
        check.IsNew(Kind, goal.Id);
        check.Holds(new NewGoal(goal.Text).Check());
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedGoal> goals, CancellationToken stop) =>
        store.InsertMany(goals.Select(g => new Goal { Id = g.Id, Text = g.Text, DueOn = g.DueOn, ReachedOn = g.ReachedOn, CreatedAt = g.CreatedAt }), stop);
}

internal sealed record ArchivedNeed(Guid Id, SupportKind Kind, string Topic, int Importance, Guid? Goal, DateOnly? NeededBy, bool IsSkill, DateOnly? ClosedOn, DateTime CreatedAt);

/// <summary>All needs in an archive.</summary>
internal sealed class NeedsArchive() : ArchiveSection<ArchivedNeed>("needs")
{
    internal const string Kind = "need";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Needs.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedNeed> Rows(Store store, CancellationToken stop) =>
        store.Needs.AsNoTracking().OrderBy(n => n.Id).Select(n => new ArchivedNeed(n.Id, n.Kind, n.Topic, n.Importance, n.GoalId, n.NeededBy, n.IsSkill, n.ClosedOn, n.CreatedAt)).AsAsyncEnumerable();

    protected override void Check(ArchivedNeed need, ArchiveCheck check)
    {
        check.IsNew(Kind, need.Id);
        check.Refers(GoalsArchive.Kind, need.Goal);
        check.Holds(new NewNeed { Kind = need.Kind, Topic = need.Topic, Importance = need.Importance }.Check());
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedNeed> needs, CancellationToken stop) => store.InsertMany(needs.Select(n => new Need
    {
        Id = n.Id,
        Kind = n.Kind,
        Topic = n.Topic,
        Importance = n.Importance,
        GoalId = n.Goal,
        NeededBy = n.NeededBy,
        IsSkill = n.IsSkill,
        ClosedOn = n.ClosedOn,
        CreatedAt = n.CreatedAt,
    }), stop);
}

internal sealed record ArchivedOffer(Guid Id, string Text, string? ForWhom, DateTime CreatedAt);

/// <summary>All offers in an archive.</summary>
internal sealed class OffersArchive() : ArchiveSection<ArchivedOffer>("offers")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Offers.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedOffer> Rows(Store store, CancellationToken stop) =>
        store.Offers.AsNoTracking().OrderBy(o => o.Id).Select(o => new ArchivedOffer(o.Id, o.Text, o.ForWhom, o.CreatedAt)).AsAsyncEnumerable();

    protected override void Check(ArchivedOffer offer, ArchiveCheck check)
    {
        check.IsNew("offer", offer.Id);
        check.Holds(new NewOffer(offer.Text, offer.ForWhom).Check());
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedOffer> offers, CancellationToken stop) =>
        store.InsertMany(offers.Select(o => new Offer { Id = o.Id, Text = o.Text, ForWhom = o.ForWhom, CreatedAt = o.CreatedAt }), stop);
}

internal sealed record ArchivedSupporter(Guid Id, Guid Need, Guid Person, Ability Ability, DateOnly SaidOn, DateOnly? AgreedOn, DateOnly? AgreedUntil, string? Scope);

/// <summary>What the owner said of supporters in an archive.</summary>
internal sealed class SupportersArchive() : ArchiveSection<ArchivedSupporter>("supporters")
{
    private const string Kind = "supporter";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Supporters.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedSupporter> Rows(Store store, CancellationToken stop) =>
        store.Supporters.AsNoTracking().OrderBy(s => s.Id).Select(s => new ArchivedSupporter(s.Id, s.NeedId, s.PersonId, s.Ability, s.SaidOn, s.AgreedOn, s.AgreedUntil, s.Scope)).AsAsyncEnumerable();

    protected override void Check(ArchivedSupporter supporter, ArchiveCheck check)
    {
        check.IsNew(Kind, supporter.Id);
        check.Refers(NeedsArchive.Kind, supporter.Need);
        check.Refers(PeopleArchive.Kind, supporter.Person);
        check.Holds(check.IsFirst(Kind, $"{supporter.Need} {supporter.Person}"), "Needs.SupporterTwice");
        check.Holds(Enum.IsDefined(supporter.Ability), "Needs.NotAnAbility");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedSupporter> supporters, CancellationToken stop) => store.InsertMany(supporters.Select(s => new Supporter
    {
        Id = s.Id,
        NeedId = s.Need,
        PersonId = s.Person,
        Ability = s.Ability,
        SaidOn = s.SaidOn,
        AgreedOn = s.AgreedOn,
        AgreedUntil = s.AgreedUntil,
        Scope = s.Scope,
    }), stop);
}
