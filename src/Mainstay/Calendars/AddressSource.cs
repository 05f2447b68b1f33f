using System.Net;
using System.Net.Http.Headers;
using Mainstay.Accounts;
using Mainstay.Formats;
using Mainstay.Gatherings;
using Mainstay.Outside;

namespace Mainstay.Calendars;

/// <summary>Asks the address of a calendar what is in it, if anything is new since it was read last.</summary>
internal sealed class AddressSource(OutsideCalls calls, TimeSpan? patience = null) : IDisposable
{
    public const int MostBytes = GatheringFileSource.MostBytes;

    private const int MostAtOnce = 4, LongestTag = 1_000;

    /// <summary>How long all of it may take.</summary>
    private readonly TimeSpan most = patience ?? TimeSpan.FromSeconds(45);

    /// <summary>What is read fills memory: a few at once, and the others wait.</summary>
    private readonly SemaphoreSlim desks = new(MostAtOnce);

    /// <summary>It never fails but when it is told to stop: what goes wrong out there is an answer too.</summary>
    public async Task<Reading> Read(SubscribedCalendar calendar, Owner owner, TimeProvider clock, CancellationToken stop)
    {
        if (OutsideAddress.Read(calendar.Address, out var address) is { } wrong) return Reading.Failed(wrong);
        await desks.WaitAsync(stop);
        using var within = CancellationTokenSource.CreateLinkedTokenSource(stop);
        within.CancelAfter(most);
        try
        {
            using var answer = await calls.Get(address, to => Ask(to, calendar, clock.GetUtcNow().UtcDateTime), within.Token);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => await Whole(answer, owner, clock, within.Token),
                HttpStatusCode.NotModified when calendar.WholeAt is not null => Reading.SameAsBefore,
                _ => Refused(answer, clock),
            };
        }
        catch (OutsideFailed failed)
        {
            return Reading.Failed(failed.Reason);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Reading.Failed(new("Outside.TooSlow"));
        }
        finally
        {
            desks.Release();
        }
    }

    public void Dispose() => desks.Dispose();

    private static HttpRequestMessage Ask(Uri address, SubscribedCalendar calendar, DateTime now)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/calendar, */*;q=0.5");
        request.Headers.UserAgent.ParseAdd("Mainstay");
        if (calendar.WholeAt is not { } whole || now - whole > LookTimes.Whole || whole > now) return request;
        if (calendar.Tag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (calendar.ModifiedAt is { } modified) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return request;
    }

    private static async Task<Reading> Whole(HttpResponseMessage answer, Owner owner, TimeProvider clock, CancellationToken stop)
    {
        await using var content = await OutsideCalls.Open(answer, MostBytes, stop);
        var file = await CalendarFile.Of(CalendarReader.Stream(content, new() { FileBytes = MostBytes + 1L }, stop), stop);
        if (file.Events.Count == 0 && !file.HasCalendar) return Reading.Failed(new("Calendars.NoCalendar"));
        var (events, isCut, complete, crowded) = FileEvent.Ahead(file, owner.Zone, owner.Today(clock));
        var faults = file.Problems.Where(p => p.Kind != ProblemKind.Note).OrderByDescending(p => p.IsEnd).ThenByDescending(p => p.Kind).ThenBy(p => p.Line).ToList(); // what cost most first, for the list is cut
        var unread = faults.Count(p => p.Kind == ProblemKind.Refusal);
        return new() { Events = events, IsWhole = true, IsCut = isCut, Crowded = crowded.ToHashSet(), CompleteUntil = unread > 0 || file.IsCutOff ? null : complete, Unread = unread, UnreadWhere = faults, Tag = Header(answer.Headers, "ETag"), ModifiedAt = Header(answer.Content.Headers, "Last-Modified") };
    }

    private static Reading Refused(HttpResponseMessage answer, TimeProvider clock)
    {
        var status = (int)answer.StatusCode;
        var key = status switch { 401 or 403 or 407 => "Calendars.AsksForPassword", 404 => "Calendars.NotFound", 410 => "Calendars.GoneForGood", 429 or 503 => "Calendars.IsBusy", _ => "Calendars.AnswersOddly" };
        var asked = answer.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - clock.GetUtcNow() : null;
        return Reading.Failed(new(key, status), status == 410 ? LookTimes.Longest : asked);
    }

    private static string? Header(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) && values.First() is { Length: > 0 and <= LongestTag } value ? value : null;
}
