using System.Text;
using Mainstay.Calendars;
using Mainstay.Jobs;
using Mainstay.Outside;
using Mainstay.Tests.Outside;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mainstay.Tests.Calendars;

/// <summary>A server with a calendar, and a Mainstay that is allowed to call it.</summary>
public sealed class CalendarDesk : IDisposable
{
    public const string Founders = "UID:founders\r\nDTSTART;TZID=Europe/Lisbon:20260504T180000\r\nDTEND;TZID=Europe/Lisbon:20260504T200000\r\nSUMMARY:Health founders\r\nLOCATION:Lisbon\r\nURL:https://example.org/founders\r\nCATEGORIES:health,pricing";
    public const string Fair = "UID:fair\r\nDTSTART;VALUE=DATE:20260510\r\nDTEND;VALUE=DATE:20260513\r\nSUMMARY:Fair";

    private readonly TestHouse house;
    private readonly OutsideCalls calls;

    public CalendarDesk(TestHouse house, params string[] events)
    {
        this.house = house;
        calls = new(house.Settings with { PrivateNetworks = "127.0.0.1" });
        Source = new(calls);
        Show(events);
    }

    public HttpDesk Web { get; } = new();

    internal AddressSource Source { get; set; }

    internal LookActions.Looking Looking => new(Source, house.Ada, house.Clock);

    public static string File(params string[] events) => $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{string.Concat(events.Select(e => $"BEGIN:VEVENT\r\n{e}\r\nEND:VEVENT\r\n"))}END:VCALENDAR\r\n";

    public static string Ok(string body, string headers = "") => $"HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public static string Status(int status, string headers = "") => $"HTTP/1.1 {status} So\r\n{headers}Content-Length: 0\r\n\r\n";

    /// <summary>From now on these are in the calendar.</summary>
    public void Show(params string[] events) => Web.Answer = _ => Ok(File(events));

    public async Task<SubscribedCalendar> Subscribe(string path = "/a.ics", string name = "Meetups", string? topics = null) =>
        await house.Again().AddCalendar(new() { Name = name, Address = Web.At(path).AbsoluteUri, Topics = topics }, house.Clock, TestContext.Current.CancellationToken);

    public Task<SubscribedCalendar> Look(Guid calendar) => house.Again().Look(calendar, Looking, TestContext.Current.CancellationToken);

    /// <summary>One look at what is due, as a server takes it.</summary>
    public Task Round() => new Clockwork([new CalendarsJob(Source)], house.Services, NullLogger<Clockwork>.Instance).Round(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        Web.Dispose();
        Source.Dispose();
        calls.Dispose();
    }
}
