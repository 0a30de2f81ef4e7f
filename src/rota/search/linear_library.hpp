// The functions of GLPK that are used; loaded where the flow alone proves nothing. Internal to rota/.
#pragma once

#include <glpk.h>

#include "base/late.hpp"

namespace teamctl::rota {

TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_add_cols);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_add_rows);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_adv_basis);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_bf_exists);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_btran);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_create_prob);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_delete_prob);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_factorize);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_get_bhead);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_get_col_prim);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_get_col_stat);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_get_dual_stat);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_get_it_cnt);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_get_num_cols);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_get_num_nz);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_get_num_rows);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_get_obj_val);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_get_row_dual);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_get_row_stat);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_get_status);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_get_unbnd_ray);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_init_smcp);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_set_col_bnds);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_set_col_stat);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_set_mat_col);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_set_obj_coef);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_set_row_bnds);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_set_row_stat);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_simplex);
TEAMCTL_LATE(TEAMCTL_LIBRARY_GLPK, glp_term_out);

}  // namespace teamctl::rota
