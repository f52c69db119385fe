package pysa

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
)

// knownTypes are column types of other packages whose SQL is known: package to
// class names.
var knownTypes = map[string]string{
	"sqlalchemy_utils": " UUIDType ChoiceType EmailType URLType ArrowType EnrichedDateTimeType ColorType IPAddressType TimezoneType CountryType" +
		" CurrencyType LocaleType PhoneNumberType ScalarListType WeekDaysType LtreeType JSONType TSVectorType EncryptedType StringEncryptedType ",
	"sqlmodel":                    " AutoString ",
	"fastapi_users_db_sqlalchemy": " GUID TIMESTAMPAware ",
	"fastapi_utils":               " GUID ",
	"citext":                      " CIText ",
	"pgvector":                    " VECTOR Vector HALFVEC SPARSEVEC BIT ",
	"sqlalchemy_searchable":       " TSVectorType ",
}

// knownModules are the submodules of those packages in which the classes are
// found by attribute.
const knownModules = " types uuid choice email url arrow color ip_address timezone country currency locale phone_number scalar_list json" +
	" ts_vector encrypted encrypted_type ltree weekdays enriched_datetime sql sqltypes generics guid_type sqlalchemy main "

// FillKnown gives a module that stands for a missing package the column types of
// that package that are known; missing makes the stand-in of a submodule.
func (l *Library) FillKnown(m *pyrt.Module, missing func(name string) *pyrt.Module) {
	top, _, _ := strings.Cut(m.Name, ".")
	names, ok := knownTypes[top]
	if !ok {
		return
	}
	before := m.Lazy
	m.Lazy = func(t *pyrt.Thread, attr string) (pyrt.Value, error) {
		switch {
		case strings.Contains(names, " "+attr+" "):
			return l.symbol("thirdparty." + attr)
		case strings.Contains(knownModules, " "+attr+" "):
			sub := missing(m.Name + "." + attr)
			l.FillKnown(sub, missing)
			return sub, nil
		case before != nil:
			return before(t, attr)
		}
		return nil, nil
	}
}
