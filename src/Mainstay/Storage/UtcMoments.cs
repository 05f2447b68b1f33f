using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Mainstay.Storage;

/// <summary>Moments are UTC and whole microseconds, so that both databases give back what they were given.</summary>
internal sealed class UtcMoments() : ValueConverter<DateTime, DateTime>(
    moment => new DateTime(moment.Ticks - moment.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc),
    moment => DateTime.SpecifyKind(moment, DateTimeKind.Utc));
