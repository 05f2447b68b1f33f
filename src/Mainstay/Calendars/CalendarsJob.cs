using Mainstay.Jobs;

namespace Mainstay.Calendars;

/// <summary>Looks at the calendars of each owner when their time has come.</summary>
internal sealed class CalendarsJob(AddressSource source) : IJob
{
    internal const string Look = "calendars";

    public string Name => Look;

    public Task<DateTime?> Run(Due due, CancellationToken stop) => due.Store.LookAtThoseDue(new(source, due.Owner, due.Clock), stop);
}
