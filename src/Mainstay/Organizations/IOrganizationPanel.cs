using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Organizations;

/// <summary>Something another room hangs on an organization's page.</summary>
public interface IOrganizationPanel
{
    /// <summary>Smaller is nearer to the top; below 0 it stands above the people.</summary>
    int Order { get; }

    /// <summary>It stands on the page of the owner's membership, too.</summary>
    bool IsOfMembership => false;

    /// <summary>What shows it. It is given what <see cref="Load"/> found, and asks for nothing itself.</summary>
    Type Component { get; }

    /// <summary>The component's parameters; null when there is nothing to show.</summary>
    Task<IDictionary<string, object?>?> Load(Call call, CancellationToken stop);

    /// <summary>Somebody looks at an organization's page.</summary>
    /// <param name="Store">The owner's.</param>
    /// <param name="Organization">Which.</param>
    /// <param name="Visit">Who looks, and when.</param>
    /// <param name="Asked">What the address asks for.</param>
    public sealed record Call(Store Store, Organization Organization, Visit Visit, IQueryCollection Asked)
    {
        public DateOnly Today => Visit.Today;

        /// <summary>The page it stands on, to which what is done there leads back.</summary>
        public string Here { get; init; } = $"/organizations/{Organization.Id}";
    }
}
