using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.SupportPlans;

/// <summary>What a helper took, as a file for their own calendar, which reminds them the evening before. Nothing is sent to anybody, and nobody can subscribe to it. Once there it is theirs: it stays when the plan is over.</summary>
internal static class SupportCalendar
{
    private static readonly TimeSpan EveningBefore = TimeSpan.FromHours(6);

    public static byte[] Of(SupportSeat seat, DateTime now)
    {
        using var written = new MemoryStream();
        CalendarWriter.Write(written, new("-//Mainstay//Mainstay//EN", now) { Name = Speech.Say("SupportPlans.CalendarName") }, seat.Mine.Select(Event));
        return written.ToArray();
    }

    private static CalendarEvent Event(SupportTask task) => new()
    {
        Uid = $"support-{task.Id}@mainstay",
        Start = CalendarTime.Day(task.On),
        End = CalendarTime.Day(task.LastDay().AddDays(1)),
        Summary = task.What,
        Alarms = [EveningBefore],
    };
}
