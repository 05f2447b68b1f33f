using Mainstay.Accounts;
using Mainstay.Mcp;
using Mainstay.Memberships;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary>What comes in the next days, for assistants.</summary>
internal static class UpcomingTools
{
    private const int Usual = 14, Most = 90;

    public static Tool Upcoming => new("upcoming", "Gatherings.ToolUpcoming", Read) { Inputs = [new("days", InputKind.Number, "Gatherings.ToolDays")] };

    private static async Task<object> Read(ToolCall call)
    {
        var days = call.Number("days", 1, Most) ?? Usual;
        var zone = await call.Store.OwnersZone(call.Stop);
        var coming = await call.Store.Upcoming(call.Today, days, call.Stop);
        return new
        {
            From = call.Today,
            Until = call.Today.AddDays(days),
            Gatherings = coming.Gatherings.Select(g => GatheringAnswer.Of(g, zone)),
            Tasks = coming.Tasks.Select(TaskAnswer.Of),
            Renewals = coming.Renewals.Select(l => new { Membership = new { l.It.Id, Name = l.Organization }, On = l.It.NextOn(call.Today), l.It.RenewsItself, Sentence = MembershipWords.Renewal(l.It, call.Today)?.InWords() }),
            Birthdays = coming.Occasions.Select(o => new { Person = new { Id = o.PersonId, o.Name }, o.Kind, o.On, o.Years, Sentence = Speech.Say(o.On == call.Today ? "Gatherings.DayIsToday" : "Gatherings.DayComes", o.Name, new Reason($"Gatherings.Day_{o.Kind}"), o.On) }),
        };
    }
}
