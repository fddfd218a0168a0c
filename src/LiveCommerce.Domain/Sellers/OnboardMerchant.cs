using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>Brings a merchant with a shop to the platform.</summary>
public sealed record OnboardMerchant(MerchantId Merchant, PersonalText ShopName, ZoneId Zone) : IMerchantCommand
{
    bool ICommand.BeginsTarget => true;
}

public static partial class MerchantDecider
{
    static Decision Onboard(Merchant state, OnboardMerchant command) => state switch
    {
        Merchant.NotOnboarded => Decision.Record(Merchant.At(command.Merchant), new MerchantOnboarded(command.Merchant, command.ShopName, command.Zone)),
        Merchant.Onboarded merchant when merchant.ShopName.SaysTheSameAs(command.ShopName) && merchant.Zone == command.Zone => Decision.AlreadySo,
        Merchant.Onboarded => Decision.Refuse(Merchant.At(command.Merchant), [SellerRefusals.MerchantExists.Of("merchant")]),
        _ => throw new UnreachableException(),
    };
}
