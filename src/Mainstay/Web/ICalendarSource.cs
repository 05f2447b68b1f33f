using Mainstay.Formats;
using Mainstay.Storage;

namespace Mainstay.Web;

/// <summary>A room that has days to put into the owner's calendar.</summary>
public interface ICalendarSource
{
    /// <summary>What lies between two days, both included. Each has the same UID whenever it is asked for, and as its address a path of this server.</summary>
    Task<IReadOnlyList<CalendarEvent>> Between(Store store, DateOnly from, DateOnly until, CancellationToken stop);
}
