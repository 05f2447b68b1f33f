using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Memberships;

/// <summary>Today: a renewal comes or was missed, something was considered for a month, or a year as a member has passed.</summary>
public sealed class MembershipCard(BroughtQueries broughtBy) : ITodayCard
{
    public IReadOnlyList<Type> About { get; } = [typeof(Membership)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        var due = (await store.AllMemberships(today, stop)).Select(l => (Line: l, Due: l.It.DueOn(today))).Where(d => d.Due is not null).ToList();
        var brought = await broughtBy.By(store, due.ConvertAll(d => d.Line), stop);
        return [.. due.Select(d => Card(d.Line, d.Due!.Value, brought[d.Line.It.Id], today))];
    }

    private static TodayItem Card(MembershipLine line, MembershipDue due, Brought brought, DateOnly today)
    {
        var at = MembershipWords.Href(line.It.Id);
        var isDone = due is MembershipDue.WasDue or MembershipDue.Decide;
        return new()
        {
            Kind = "membership",
            Subject = line.It.Id,
            Href = at,
            Sentence = new(due is MembershipDue.RenewsSoon or MembershipDue.RenewsLater && line.It.RenewsItself ? "Memberships.CardRenewsItself" : $"Memberships.Card{due}", line.Organization, line.It.NextOn(today)),
            Reasons = [.. MembershipWords.Dues(line.It) is { } dues ? new[] { new Reason("Memberships.ItCosts", dues) } : [], .. MembershipWords.For(line.Needs) is { } needs ? new[] { needs } : [], .. brought.Facts(line.It, today)],
            Action = new(due switch { MembershipDue.WasDue => "Memberships.DoRenewed", MembershipDue.Decide => "Memberships.IJoined", _ => "Memberships.DoLook" }),
            ActionHref = due switch { MembershipDue.WasDue => at + "/renew", MembershipDue.Decide => at + "/join", _ => at },
            ActionForm = isDone ? new Dictionary<string, string>() : null,
            Instead = isDone ? new(due == MembershipDue.WasDue ? "Memberships.ILeft" : "Memberships.LetItGo") : null,
            InsteadHref = isDone ? at + "/leave" : null,
            LaterHref = at + "/later",
            Priority = due switch { MembershipDue.WasDue => 3.8, MembershipDue.RenewsSoon => 3.5, MembershipDue.RenewsLater => 2.4, MembershipDue.Decide => 1.6, _ => 1.5 },
        };
    }
}
