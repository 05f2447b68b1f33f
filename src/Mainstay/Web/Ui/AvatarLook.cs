using Mainstay.Storage;

namespace Mainstay.Web.Ui;

/// <summary>How somebody is shown everywhere: their photo, else their initials on the hue of their main role.</summary>
/// <param name="Photo">Where their photo is; null when there is none.</param>
/// <param name="Role">The first of the roles they hold today; null when they hold none.</param>
public sealed record AvatarLook(string? Photo, string? Role);

/// <summary>What knows how people look.</summary>
public interface IAvatarLooks
{
    /// <summary>Of many at once; who is not there is left out.</summary>
    Task<IReadOnlyDictionary<Guid, AvatarLook>> Of(Store store, IReadOnlyCollection<Guid> people, DateOnly today, CancellationToken stop);
}
